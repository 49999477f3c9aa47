/** The longest answer that is read, in bytes: a page of two hundred long logs is a tenth of it. */
const mostBytes = 64 * 1024 * 1024;

/** Passes bytes on until there are too many. */
function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > bytes) controller.error(new TypeError(`an answer of more than ${bytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
}

/**
 * `fetch` for addresses that a key and the words of a rep are sent to. It follows no redirect, since
 * that would carry both to another origin, sends no cookie and no referrer, and reads no answer
 * without end.
 *
 * @throws TypeError as `fetch` does; for a redirect and an endless answer too
 */
export async function carefulFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
  limit = mostBytes,
): Promise<Response> {
  const response = await fetch(input, {
    ...init,
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  if (!response.body) return response;
  if (Number(response.headers.get('content-length')) > limit) {
    await response.body.cancel();
    throw new TypeError(`an answer of more than ${limit} bytes`);
  }
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(atMost(limit)), { status, statusText, headers });
}
