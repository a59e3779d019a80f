//! What people look at: self-contained HTML reports of a review round.
