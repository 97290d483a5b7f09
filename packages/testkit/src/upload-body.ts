/** One part of a multipart body; without `fileName` it is a plain field. */
export type Part = { field: string; fileName?: string; content: string | Uint8Array }

/** A multipart body as a browser would send it. */
export async function uploadBody(parts: readonly Part[]): Promise<{ payload: Buffer; contentType: string }> {
  const form = new FormData()
  for (const { field, fileName, content } of parts) {
    if (fileName === undefined) form.append(field, String(content))
    else form.append(field, new Blob([content as BlobPart]), fileName)
  }
  const body = new Response(form)
  return {
    payload: Buffer.from(await body.arrayBuffer()),
    contentType: body.headers.get('content-type') ?? '',
  }
}
