/** The links of those served on paper, a slip for each to be cut off, or as a table for a sheet. */
export type LinkSheet = {
  readonly title: string
  readonly heading: string
  readonly words: string
  readonly links: readonly string[]
}

const style = `body{font:14px/1.6 sans-serif;margin:12mm}
section{break-inside:avoid;border-bottom:1px dashed #666;padding:6mm 0}h1{font-size:16px;margin:0}p{margin:2px 0}
code{font-size:13px;overflow-wrap:anywhere}`

/** Prints in a frame of its own: nothing of the page comes along. */
export function linkSheet({ title, heading, words, links }: LinkSheet): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const page = frame.contentDocument!
  const sheet = page.createElement('style')
  sheet.textContent = style
  page.head.append(sheet)
  for (const link of links) {
    const slip = page.createElement('section')
    const add = (tag: string, text: string) => {
      const part = page.createElement(tag)
      part.textContent = text
      slip.append(part)
    }
    add('h1', heading)
    add('p', title)
    add('p', words)
    add('code', link)
    page.body.append(slip)
  }
  frame.contentWindow!.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow!.print()
}

/** A table that Excel opens: one link a line. */
export function saveLinks({ title, links }: LinkSheet): void {
  const lines = links.map((link, at) => `${at + 1},${link}`).join('\r\n')
  const file = new Blob([`\ufeff${lines}\r\n`], { type: 'text/csv;charset=utf-8' })
  const url = URL.createObjectURL(file)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 60)}.csv`
  anchor.click()
  URL.revokeObjectURL(url)
}
