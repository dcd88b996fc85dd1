/** A name of anything as a part of a file's name, in small letters; empty where nothing of it can be. */
export function fileNamePart(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 80);
}
