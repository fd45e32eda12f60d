## The structure and the frameworks of the organization. See integrity.ftl for what the attributes mean.
