/** HTML that is safe to send: made only by `html`, which escapes, or `trusted`, for what another part escaped. */
export type Html = { readonly markup: string }

type Value = Html | readonly Html[] | string | number | null | undefined | false

/** A template whose values are escaped; Html goes in as it is, arrays are joined, null and false give nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: strings.reduce((text, piece, index) => text + write(values[index - 1]) + piece) }
}

/** Marks text as markup that already is safe. */
export function trusted(markup: string): Html {
  return { markup }
}

/** Several pieces one after the other. */
export function joinHtml(pieces: readonly Html[]): Html {
  return { markup: pieces.map(piece => piece.markup).join('') }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function write(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string')
    return value.toWellFormed().replace(/[&<>"']/g, sign => entities[sign] ?? sign)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : joinHtml(value).markup
}
