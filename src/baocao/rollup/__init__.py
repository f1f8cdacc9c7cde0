"""Units that add up: the records of many units become the record of the unit above them."""
