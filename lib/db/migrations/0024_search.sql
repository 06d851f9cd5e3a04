-- Search by words: what a product is called, folded, with an index of its trigrams. pg_trgm comes with PostgreSQL and
-- is trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- As `fold` of lib/domain/messaging/product-search.ts does it: lower case, "ä" as "ae", no accents.
CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(normalize(said, NFC),
  'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue'), 'ß', 'ss'), NFKD), '[\u0300-\u036f]', '', 'g'));
--> statement-breakpoint
CREATE FUNCTION product_words(title jsonb, subtitle jsonb, tags text[], vendor text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN folded(concat_ws(' ', title ->> 'de', title ->> 'en', subtitle ->> 'de', subtitle ->> 'en',
    array_to_string(tags, ' '), vendor));
END $$;
--> statement-breakpoint
CREATE INDEX products_words ON products USING gin (product_words(title, subtitle, tags, vendor) gin_trgm_ops);
--> statement-breakpoint
-- What may be meant by any of these folded words: it holds the word, or looks like it. Far more than is meant: the
-- caller rates it. A setting of the operator, so it needs a function of its own.
CREATE FUNCTION products_like(words text[], most integer) RETURNS SETOF products
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.3 AS $$
  SELECT p.* FROM products p
  JOIN (
    SELECT hit.id, count(DISTINCT asked.word) AS matched, max(hit.likeness) AS likeness
    FROM unnest(words) AS asked(word)
    CROSS JOIN LATERAL (
      SELECT q.id, 1::real AS likeness FROM products q
      WHERE q.status = 'active' AND product_words(q.title, q.subtitle, q.tags, q.vendor) LIKE '%' || asked.word || '%'
      UNION
      SELECT q.id, word_similarity(asked.word, product_words(q.title, q.subtitle, q.tags, q.vendor)) FROM products q
      WHERE length(asked.word) > 3 AND q.status = 'active'
        AND asked.word <% product_words(q.title, q.subtitle, q.tags, q.vendor)
    ) hit
    GROUP BY hit.id
  ) found ON found.id = p.id
  ORDER BY found.matched DESC, found.likeness DESC, p.position, p.slug
  LIMIT most
$$;
