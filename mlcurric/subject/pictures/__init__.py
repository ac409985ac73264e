"""Pictures that the lessons draw, one kind a module. Each function draws with matplotlib and shows the figure."""
