"""What binds two countries: signings, changes of their relations, figures said of them."""
