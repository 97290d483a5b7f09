import { html } from '@jianbao/platform/html'
import type { LiveContest } from '../server/index.ts'

/** The page a contest is played on, as markup that says what it is before any script has come. */
export function renderPlayPage({ title, about, unitName }: LiveContest): string {
  return html`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title></head>
<body><main><h1>${title}</h1><p>${unitName}</p><p>${about}</p></main></body></html>
`.markup
}
