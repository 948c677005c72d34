"""What belongs to no single module: the house as a whole, the published facts, the product in a browser."""
