// Requests to the service. The key goes in a header, never into an address.
import {askForKey, currentKey} from './key.js';
import {language, t} from './words.js';

/// An answer that is no success: problem+json, or nothing where the server could not be reached (status 0).
export class Refusal extends Error {
  constructor(status, problem = {}, retryAfter = 0) {
    super(problem.code || String(status));
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /// What happened and what can be done, in the reader's language.
  get words() {
    if (this.status === 0) return t('unreachable');
    const english = language() === 'en';
    const said = (english && this.problem.detail_en) || this.problem.detail || t('server_error', {status: this.status});
    const remedy = (english && this.problem.remedy_en) || this.problem.remedy;
    return remedy ? `${said}. ${remedy}.` : `${said}.`;
  }
}

export const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function once(path, {method, body, signal}, key) {
  const headers = {Authorization: `Bearer ${key}`};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, {method, headers, signal, cache: 'no-cache', body: body === undefined ? undefined : JSON.stringify(body)});
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0);
  }
  if (answer.ok) return answer;
  throw new Refusal(answer.status, parsed(await answer.text()), Number(answer.headers.get('Retry-After')) || 0);
}

/// Whether the server takes this key: true, false, or throws what else went wrong.
export async function keyIsGood(key) {
  try {
    limits = await (await once('/v1/limits', {method: 'GET'}, key)).json();
    return true;
  } catch (refusal) {
    if (refusal.status === 401) return false;
    throw refusal;
  }
}

let limits = null;
/// {upload_bytes, files}; null until they are known.
export const knownLimits = () => limits;

/// The answer to a request: asks for the key where it is missing, and waits where the server says when to come again.
/// `as`: json, blob, text or nothing. Throws a Refusal.
export async function call(path, {method = 'GET', body, signal, as = 'json'} = {}) {
  for (let waits = 0; ; ) {
    const key = currentKey() || await askForKey();
    try {
      const answer = await once(path, {method, body, signal}, key);
      if (as === 'nothing') return undefined;
      return await answer[as]();
    } catch (refusal) {
      if (refusal.status === 401) {
        await askForKey(key);
      } else if ([429, 503].includes(refusal.status) && refusal.retryAfter > 0 && waits < 4) {
        ++waits;
        await pause(Math.min(refusal.retryAfter, 30));
      } else {
        throw refusal;
      }
    }
  }
}
