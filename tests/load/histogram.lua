-- For wrk: the end of a run as one machine-readable block. `value count` pairs of microseconds let rounds be added up
-- exactly; wrk has put back what a stalled connection did not send.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("run %d %d %d %d\n", summary.requests, summary.duration, summary.bytes,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
  for i = 1, #latency do
    local value, count = latency(i)
    if count > 0 then io.write(string.format("at %d %d\n", value, count)) end
  end
end
