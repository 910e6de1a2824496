/** Of the team page’s address, behind `#`: opens the import of a spreadsheet at once. */
export const FROM_A_SPREADSHEET = 'from-a-spreadsheet'
