/* The search with wide costs. */
#include "cost_wide.h"

#include "search_body.h"
