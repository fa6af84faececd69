/* The certificate with narrow costs. */
#include "cost_narrow.h"

#include "certify_body.h"
