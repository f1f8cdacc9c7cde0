"""Official Vietnamese reports from structured data."""
