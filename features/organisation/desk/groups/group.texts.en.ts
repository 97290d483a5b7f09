export const en = {
  menu: 'Working groups',
}
