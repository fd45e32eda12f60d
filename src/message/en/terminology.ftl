## Names. See integrity.ftl for what the attributes mean.
