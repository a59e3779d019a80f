//! Public registers of schools: England's GIAS extract read whole, and fictional ones made from a seed.
