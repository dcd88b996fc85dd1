const oldest = [20, 19];

/** Throws where this Node is too old for the tools of the project. */
export function requireNodeVersion() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
		throw new Error(
			`Node ${process.versions.node} is too old: install Node ${oldest.join('.')} or newer (the current LTS is best).`,
		);
	}
}
