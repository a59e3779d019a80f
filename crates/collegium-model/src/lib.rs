//! Words of the review cycle: schools, places, needs, offers, calendars; validated values, no behaviour.
