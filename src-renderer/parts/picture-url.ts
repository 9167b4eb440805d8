/** In: a picture in base64. Out: an address that shows it; a JPEG begins with its two marks, which are `/9j` in base64. */
export const pictureUrl = (picture: string): string =>
  `data:image/${picture.startsWith('/9j') ? 'jpeg' : 'png'};base64,${picture}`
