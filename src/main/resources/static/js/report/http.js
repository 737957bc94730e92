/** Requests to the report's API. */

/** The server could not be reached; trying again later may help. */
export class Offline extends Error {}

/** The server's refusal: status, its sentence, and the single faults. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? 'Hệ thống gặp sự cố. Đồng chí vui lòng thử lại sau ít phút.');
    this.status = status;
    this.faults = problem.faults ?? [];
  }
}

const cookie = () =>
  document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith('CSRF-TOKEN='))
    ?.slice('CSRF-TOKEN='.length) ?? '';

/** The header that shows that a request comes from our own page. */
export const proof = () => ({ 'X-CSRF-TOKEN': decodeURIComponent(cookie()) });

/** Whether the server was reached, for the line at the top of the page. */
const tell = (up) => document.dispatchEvent(new CustomEvent('line', { detail: { up } }));

const offline = () => {
  tell(false);
  return new Offline();
};

const call = async (url, options) => {
  let answer;
  try {
    answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...options });
  } catch {
    throw offline();
  }
  if (answer.status >= 502 && answer.status <= 504) {
    throw offline();
  }
  tell(true);
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refusal(answer.status, body);
  }
  return { body, version: Number((answer.headers.get('ETag') ?? '').replace(/\D/g, '')) };
};

export const get = (url) => call(url, { headers: { Accept: 'application/json' } });

/** Writes; with a version only if the server still has it. */
export const put = (url, body, version) => send('PUT', url, body, version);

export const post = (url, body) => send('POST', url, body);

export const remove = (url) => call(url, { method: 'DELETE', headers: { Accept: 'application/json', ...proof() } });

const send = (method, url, body, version) =>
  call(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...proof(),
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` })
    },
    body: JSON.stringify(body)
  });
