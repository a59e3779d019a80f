//! People and schools played from a seed through the real engine.
