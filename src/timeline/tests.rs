//! Properties of the drawing, and pictures of it.
