/** 长辈版: larger type, chosen here or on the site, remembered by the same cookie. */

const isLarge = (): boolean => /(?:^|;\s*)type=large(?:;|$)/.test(document.cookie)

export function switchType(): void {
  const button = document.getElementById('type-size')
  if (!button) return
  const show = () => {
    const large = isLarge()
    document.documentElement.className = large ? 'type-large' : ''
    button.textContent = large ? '标准版' : '长辈版'
  }
  button.hidden = false
  button.addEventListener('click', () => {
    // biome-ignore lint/suspicious/noDocumentCookie: old browsers have no other way.
    document.cookie = isLarge()
      ? 'type=; path=/; max-age=0; samesite=lax'
      : 'type=large; path=/; max-age=31536000; samesite=lax'
    show()
  })
  show()
}
