//! Every sentence the program says to people.
