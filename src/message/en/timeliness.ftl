## Records that are late, old or unfinished. See integrity.ftl for what the attributes mean.
