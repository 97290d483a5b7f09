import type { Delivery } from '../../contract/index.ts'

/** Opens the printer with a plain list of names, in a frame that goes when it is printed. */
export function printNames(title: string, rows: readonly Pick<Delivery, 'to' | 'name'>[]): void {
  const frame = document.createElement('iframe')
  frame.style.display = 'none'
  frame.title = title
  document.body.append(frame)
  const page = frame.contentDocument
  const view = frame.contentWindow
  if (!page || !view) {
    frame.remove()
    return
  }
  page.title = title
  const heading = page.createElement('h1')
  heading.textContent = title
  heading.style.fontSize = '18px'
  const list = page.createElement('ol')
  for (const { to, name } of rows) {
    const line = page.createElement('li')
    line.textContent = `${name}（${to}）`
    line.style.lineHeight = '2'
    list.append(line)
  }
  page.body.append(heading, list)
  view.addEventListener('afterprint', () => frame.remove())
  view.print()
}
