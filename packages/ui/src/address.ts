import { parseSearch } from './search-params.ts'

/** @returns a page's address (`/documents?state=read`) as links and the router take it. */
export function addressOf(link: string): { to: string; search: Record<string, string>; hash?: string } {
  const [path = '', hash] = link.split('#')
  const at = path.indexOf('?')
  const place =
    at < 0 ? { to: path, search: {} } : { to: path.slice(0, at), search: parseSearch(path.slice(at)) }
  return hash ? { ...place, hash } : place
}
