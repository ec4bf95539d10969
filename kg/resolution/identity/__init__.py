"""Who is who across articles: people, bodies, countries, places, documents."""
