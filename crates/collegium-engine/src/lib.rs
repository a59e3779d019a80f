//! A network of schools: partnerships, capacity ledger, cycles and rounds behind one face.
