"""Who enters an office and who leaves one."""
