//! One school's review cycle: a protocol compiled to rules, and machines that judge commands and apply events.
