## Who should be represented where. See integrity.ftl for what the attributes mean.
