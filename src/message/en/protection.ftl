## Data that should not be in the records. See integrity.ftl for what the attributes mean.
