/* The certificate with wide costs. */
#include "cost_wide.h"

#include "certify_body.h"
