export const en = {
  menu: 'Units',
}
