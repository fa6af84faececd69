/* The search with narrow costs. */
#include "cost_narrow.h"

#include "search_body.h"
