/** Made-up conclusions with a message that the President passes on, and one of the Chair. */
export function conclusions(symbol: string): string {
  return `${symbol}

Conclusions on children and armed conflict in Ruritania

1. During a formal meeting held on 31 March 2031, the Security Council Working Group on Children and Armed Conflict examined the first report of the Secretary-General on children and armed conflict in Ruritania.

2. The members of the Working Group welcomed the report of the Secretary-General.

3. Further to the meeting, and subject to and consistent with applicable international law and relevant Security Council resolutions, including resolutions 1612 (2005) and 2427 (2018), the Working Group agreed to direct action as set out below.

4. The Working Group agreed to recommend that the President of the Security Council transmit a letter to the Secretary-General:

(a) Requesting the Secretary-General to continue to report on violations against children;

(b) Also requesting the Secretary-General to strengthen the country task force on monitoring and reporting;

5. The Working Group agreed to address letters from the Chair of the Working Group to donors:

(a) Encouraging donors to fund reintegration programmes for children.
`
}
