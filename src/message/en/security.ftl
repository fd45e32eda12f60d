## Security management. See integrity.ftl for what the attributes mean.
