package ollama

import (
	"net"
	"net/url"
	"strconv"
	"strings"
)

const defaultPort = "11434" // Ollama's own

// parseAddress reads "127.0.0.1", "localhost:11434", "[::1]:11434" or the
// same after "http://". What is readable but elsewhere is ErrNotLoopback,
// anything else ErrAddress.
func parseAddress(address string) (*url.URL, error) {
	text := strings.TrimSpace(address)
	if !strings.Contains(text, "://") {
		text = "http://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || !bare(u) {
		return nil, ErrAddress
	}
	if u.Scheme != "http" || len(loopbackAddresses(u.Hostname())) == 0 {
		return nil, ErrNotLoopback
	}
	return withPort(u)
}

func withPort(u *url.URL) (*url.URL, error) {
	port := u.Port()
	if port == "" {
		port = defaultPort
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
		return nil, ErrAddress
	}
	return &url.URL{Scheme: "http", Host: net.JoinHostPort(u.Hostname(), port)}, nil
}

// bare is false for an address that carries more than host and port: a
// password or a path there is a mistake that must not pass unseen.
func bare(u *url.URL) bool {
	return u.User == nil && u.RawQuery == "" && u.Fragment == "" && (u.Path == "" || u.Path == "/")
}
