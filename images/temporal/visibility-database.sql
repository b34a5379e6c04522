-- What Temporal's lists and searches read, beside the histories.
CREATE DATABASE temporal_visibility;
