/** Hands a file to the visitor, as a download. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click; it is given back once that is surely over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
