/**
 * Erlang B: the share of arrivals that find all servers busy when nobody waits. By the recursion
 * B(0) = 1, B(n) = aB(n−1) / (n + aB(n−1)), which never leaves (0, 1] however large the numbers.
 * Source: A. K. Erlang 1917; recursion in Gross, Shortle, Thompson, Harris, Fundamentals of
 * Queueing Theory, 4th ed., 2.5.
 */
export function erlangB(load: number, servers: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/**
 * Erlang C from Erlang B: C = NB / (N − a(1 − B)), the share of arrivals that must wait. Nothing
 * when the load is not below the number of servers: that queue grows for ever.
 * Source: Gross et al., 2.3.
 */
export function erlangC(load: number, servers: number): number | undefined {
  return load < servers ? delayedShare(load, servers, erlangB(load, servers)) : undefined;
}

/** Erlang C when Erlang B is known already. */
export function delayedShare(load: number, servers: number, blocked: number): number {
  return (servers * blocked) / (servers - load * (1 - blocked));
}
