-- Half a megabyte is still read in a moment, and a file of 50,000 rows tidies up thirty times and not a hundred.
ALTER INDEX orders_search SET (gin_pending_list_limit = 512);
--> statement-breakpoint
ALTER INDEX products_words SET (gin_pending_list_limit = 512);
--> statement-breakpoint
ALTER INDEX IF EXISTS products_search SET (gin_pending_list_limit = 512);
