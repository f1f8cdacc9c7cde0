"""A .docx -> `Paper`: what is printed, with effective formatting and places on the sheet."""
