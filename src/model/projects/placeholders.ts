/** Whether a text only stands for what somebody has to fill in: `<…>`, `***`, `changeme`, `Default…`, or nothing. */
export function isPlaceholder(text: string): boolean {
	return /^(?:|<.*>|\*+|x{3,}|change[ _-]?me|todo|tbd|default.*|dummy.*)$/i.test(text.trim());
}

/** Whether a deployer puts something else in its place: `${…}` in MTA files, `{{ … }}` in Helm's. */
export function isComputed(text: string): boolean {
	return /\$\{[^}]*\}|\{\{|~\{[^}]*\}/.test(text);
}

/** Whether a text is a URL, which no system is called. */
export function isUrl(text: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim());
}
