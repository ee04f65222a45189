package orquesta.demo;

/** One line of a file of sales: the number of the ticket, and what was paid; zero or less where it was cancelled. */
record Ticket(int number, long pesos) {}
