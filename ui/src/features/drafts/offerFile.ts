/** Offers bytes as a file to keep: by the system's dialog where there is one, else the way pages do. */
import { shell } from "../../host/shell";

export interface Offered {
  isKept: boolean;
  /** Where it stands now; only the host's dialog tells. */
  path: string | null;
}

/** Without what systems do not allow in names of files, what would lead out of the folder, and what turns the writing round. */
export const fileNameOf = (words: string, ending: string): string => {
  const plain = words.replace(/[\\/:*?"<>|\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ").replace(/\s+/gu, " ").replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${[...plain].slice(0, 80).join("").trim() || "letter"}.${ending}`;
};

/** `bytes` in base64; `name` is what is suggested. */
export async function offerLetter(bytes: string, name: string, title: string, kind: string): Promise<Offered> {
  if (shell.canPick()) {
    const path = await shell.keepFile(title, name, [{ name: kind, extensions: ["eml"] }], bytes);
    return { isKept: path !== null, path };
  }
  const blob = new Blob([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], { type: "message/rfc822" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { isKept: true, path: null };
}
