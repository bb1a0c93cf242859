/** Offers bytes as a file to keep, the way pages do. */

/** `bytes` in base64; `name` becomes the file's, without what systems do not allow in names. */
export function offerFile(bytes: string, name: string): void {
  const blob = new Blob([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], { type: "message/rfc822" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim().slice(0, 120) || "letter.eml";
  link.click();
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
