package ollama

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
)

// localClient is the only way out of this package: an HTTP client that cannot
// leave the workstation. It asks no name server (a lookup would already tell
// somebody), knows no proxy, follows no redirect, speaks plain HTTP only and
// has no timeout, since a slow processor may take minutes per reply.
func localClient() *http.Client {
	return &http.Client{
		Transport:     plainOnly{loopbackTransport()},
		CheckRedirect: func(*http.Request, []*http.Request) error { return ErrRedirect },
	}
}

func loopbackTransport() *http.Transport {
	return &http.Transport{
		Proxy:       nil, // not even from the environment
		DialContext: dialLoopback,
		// A connection kept from a server that has restarted since would fail
		// the next draft; opening one on loopback costs next to nothing.
		DisableKeepAlives:  true,
		DisableCompression: true,
	}
}

type plainOnly struct{ next http.RoundTripper }

// RoundTrip refuses everything but plain HTTP before a connection is opened.
func (p plainOnly) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Scheme != "http" {
		return nil, ErrNotLoopback
	}
	return p.next.RoundTrip(r)
}

func dialLoopback(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, ErrNotLoopback
	}
	ips := loopbackAddresses(host)
	if len(ips) == 0 {
		return nil, ErrNotLoopback
	}
	return dialFirst(ctx, network, port, ips)
}

func dialFirst(ctx context.Context, network, port string, ips []string) (conn net.Conn, err error) {
	dialer := net.Dialer{Control: controlLoopback}
	for _, ip := range ips {
		conn, err = dialer.DialContext(ctx, network, net.JoinHostPort(ip, port))
		if err == nil {
			return conn, nil
		}
	}
	return nil, err
}

// loopbackAddresses gives the addresses to try for a host, none when it is
// not this workstation. "localhost" is never looked up: RFC 6761 §6.3 fixes
// what it means. Every other name is refused, whatever it resolves to.
func loopbackAddresses(host string) []string {
	if strings.EqualFold(host, "localhost") {
		return []string{"127.0.0.1", "::1"}
	}
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsLoopback() {
		return []string{host}
	}
	return nil
}

// controlLoopback is the last lock: it sees the very address the socket is
// about to connect to.
func controlLoopback(_, address string, _ syscall.RawConn) error {
	if a, err := netip.ParseAddrPort(address); err != nil || !a.Addr().IsLoopback() {
		return ErrNotLoopback
	}
	return nil
}
