/**
 * A file that is dropped where nothing takes it would replace the page by the file, and with it all that was typed.
 * In: the window. What a field or box takes is left to it.
 */
export function keepWindow(target: Window): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !(event.dataTransfer?.types.includes('Files') ?? false)) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  }
  target.addEventListener('dragover', refuse)
  target.addEventListener('drop', refuse)
}
