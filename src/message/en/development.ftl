## Coordination of development. See integrity.ftl for what the attributes mean.
